import {
  targets,
  toFaultLabel,
  toWhatIsLeft,
  useClearFaults,
  useFaults,
  useRemoveFault,
} from '../faults/fault-queries';
import { ErrorNote } from '../ui/error-note';
import { Menu, MenuAction, MenuGroup, MenuLink } from '../ui/menu';
import { useAddress } from '../use-address';

/** How many faults are set, what takes them back, and the way to set another. */
export function FaultsMenu() {
  const { place, toHref } = useAddress();
  const { data } = useFaults();
  const removal = useRemoveFault();
  const clear = useClearFaults();
  const { items = [], catalogue = [] } = data ?? {};
  const chosen = place.name === 'faults' ? place.fault : undefined;
  return (
    <>
      <Menu
        label={<>Faults: {items.length === 0 ? 'none' : `${items.length} set`}</>}
        tone={items.length === 0 ? undefined : 'warn'}
      >
        <MenuLink href={toHref({ place: { name: 'faults', fault: null } })} isCurrent={chosen === null}>
          All faults, and what is set now
        </MenuLink>
        {items.length > 0 && (
          <MenuGroup label="Take back">
            {items.map(item => (
              <MenuAction key={item.faultId} onChoose={() => removal.mutate(item.faultId)}>
                Remove {toFaultLabel(item, catalogue)}, {toWhatIsLeft(item)}
              </MenuAction>
            ))}
            {items.length > 1 && <MenuAction onChoose={() => clear.mutate(undefined)}>Clear all</MenuAction>}
          </MenuGroup>
        )}
        {targets.map(([target, title]) => (
          <MenuGroup key={target} label={title}>
            {catalogue
              .filter(entry => entry.target === target)
              .map(({ name, label }) => (
                <MenuLink
                  key={name}
                  href={toHref({ place: { name: 'faults', fault: name } })}
                  isCurrent={chosen === name}
                >
                  {label}
                </MenuLink>
              ))}
          </MenuGroup>
        ))}
      </Menu>
      <p role="status" className="aside-text">
        {removal.isSuccess && 'The fault is taken back.'} {clear.isSuccess && 'All faults are cleared.'}
      </p>
      <ErrorNote error={removal.error ?? clear.error} />
    </>
  );
}
