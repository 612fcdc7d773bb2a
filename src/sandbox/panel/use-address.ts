import { useLocation, useSearch } from 'wouter';
import { type Address, formatAddress, parseAddress } from './address';

export function useAddress() {
  const [path, navigate] = useLocation();
  const search = useSearch();
  const address = parseAddress(new URLSearchParams(search));
  /** Where a change leads; what it leaves out stays. */
  const toHref = (change: Partial<Address>) => `${path}${formatAddress({ ...address, ...change })}`;
  return {
    ...address,
    toHref,
    /** Changes the address without a step for Back to return to. */
    amend: (change: Partial<Address>) => navigate(toHref(change), { replace: true }),
  };
}
