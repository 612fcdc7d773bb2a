import { ProductMark } from './door';
import { useBrand } from './use-brand';

/** A logo wider than this says the name itself. */
const widestMark = 2;

export function Product() {
  const { name, logo } = useBrand();
  const isWordmark = logo !== null && logo.width / logo.height > widestMark;
  return (
    <span className="product">
      {logo ? (
        <img src={logo.url} width={logo.width} height={logo.height} alt={isWordmark ? name : ''} />
      ) : (
        <ProductMark />
      )}
      {!isWordmark && <span dir="auto">{name}</span>}
    </span>
  );
}
