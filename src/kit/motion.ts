/** Every figure of every motion. Motion explains one change, then stops; where less of it is asked for there is none. */
export const MOTION = {
  /** Milliseconds: an outline appears, a tab's line moves. */
  quick: 150,
  /** Milliseconds: the packet between a message and a panel. */
  landing: 380,
  /** Milliseconds: the packet along an arrow, which it leaves fast and reaches slowly. */
  packet: 420,
} as const;
