/** Needs within a kind of domain: views of a service's members in one domain, and who is served by them. */
export interface ViewFields {
  /** CSR by service: its views; by view: its members there; whom it holds down while those do not answer. */
  readonly serviceViewOffsets: Int32Array;
  readonly serviceViews: Int32Array;
  readonly viewMemberOffsets: Int32Array;
  readonly viewMembers: Int32Array;
  readonly viewHeldOffsets: Int32Array;
  readonly viewHeld: Int32Array;
  /** [view] how many have to work: its share of what the service requires, rounded up. */
  readonly viewRequired: Int32Array;
}

/**
 * What a program says of links. As in `Program`, "CSR" means offsets into a flat list. All links between the same two
 * domains are one route, which is cut while each of them is.
 */
export interface NetworkFields {
  /** [link] its route; [route] how many links it has. */
  readonly linkRoute: Int32Array;
  readonly routeLinks: Int32Array;
  /** [route × domains + domain] 1, 2: at its first end, at its second; 0: at neither. */
  readonly routeSides: Uint8Array;
  /** CSR by route: services that have members, or what their failover needs, at both ends. */
  readonly partedOffsets: Int32Array;
  readonly parted: Int32Array;
  /** [service] 1: one of its members is active, or leads. */
  readonly serviceLeads: Uint8Array;
  /** [service] 1: its members share data of which one side alone may go on writing, the one with the majority. */
  readonly sidesAgree: Uint8Array;
  /** [service] 1: all sides go on writing, and what the smaller ones wrote is lost when they reach each other again. */
  readonly sidesDiverge: Uint8Array;
}
