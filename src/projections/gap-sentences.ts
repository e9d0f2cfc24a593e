/** What a side does not do while the other does something: as the diagram says it, and as a sentence. */
export const GAP_SENTENCES = {
  'not in this run': 'This is not part of this run.',
  'answered already': 'The answer was given already.',
  'not reached': 'The request does not get this far.',
  'no refresh needed': 'No refresh is needed.',
  'nothing to refresh': 'There is nothing to refresh.',
  'nothing to refresh with': 'There is nothing to refresh with.',
  'no second request': 'The request is not sent again.',
  'nothing to look up': 'Nothing is looked up.',
  'nothing to verify': 'There is nothing to verify.',
  'nothing stored': 'Nothing is stored.',
  'nothing to sign': 'Nothing is signed.',
  'nothing to delete': 'Nothing is deleted.',
  'nothing written down': 'Nothing is written down.',
  'nothing to do': 'There is nothing to do.',
  'no request': 'No request is sent.',
  'nothing to check': 'Nothing is checked.',
  'nothing to recognise': 'There is nothing to recognise.',
  'nothing to remember': 'There is nothing to remember.',
  'nothing to forget': 'There is nothing to forget.',
  'no answer': 'No answer is sent.',
  'nothing to keep': 'There is nothing to keep.',
  'nothing to drop': 'There is nothing to drop.',
  'no waiting': 'No time passes.',
  'nothing changes': 'No setting changes.',
} as const satisfies Record<string, string>;

export type Gap = keyof typeof GAP_SENTENCES;
