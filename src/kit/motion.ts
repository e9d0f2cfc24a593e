/** Every figure of every motion. Motion explains one change, then stops; where less of it is asked for there is none. */
export const MOTION = {
  /** Milliseconds: an outline appears, a tab's line moves. */
  quick: 150,
  /** Milliseconds: the packet between a message and a panel. */
  landing: 380,
  /** The packet along an arrow: a spring that settles within 450 ms and does not swing back. */
  packet: { visualDuration: 0.4, bounce: 0.12 },
} as const;
