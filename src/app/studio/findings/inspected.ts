/** What was seen of an element, as plain data, and the element while its screen is shown. */
export interface Inspected<Seen> {
  readonly element: Element;
  readonly seen: Seen;
}
