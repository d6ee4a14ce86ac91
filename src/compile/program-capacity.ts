/** What a program says of shards. As in `Program`, "CSR" means offsets into a flat list. */
export interface CapacityFields {
  /**
   * sharded. Shards whose first copy lies on one member have all copies on the same ones, and are told by that member.
   * [member] how many of them there are; CSR: who holds them, in the order in which they lead; and whose of them each
   * member holds. Empty where nothing is sharded. [service] how many shards it has.
   */
  readonly shardCount: Int32Array;
  readonly shardHolderOffsets: Int32Array;
  readonly shardHolders: Int32Array;
  readonly heldOffsets: Int32Array;
  readonly held: Int32Array;
  readonly serviceShards: Int32Array;
}
