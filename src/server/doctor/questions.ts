/** What IDnGO's documents leave open and only IDnGO can answer (idngo-reference.md, section 11). */
export const questionsToProvider: readonly string[] = [
  'Which package or script address is the WebSDK, and in which version?',
  'From which origins is the frame loaded, and what do access tokens look like?',
  'How often and how long is a webhook sent again, after which time-out, with which headers and digest algorithms? Can it be unsigned?',
  'Which webhook types are there? Are onHold and prechecked used?',
  'Which limits of requests are there?',
  'Is there a list of domains that may embed the frame?',
  'Which languages does the frame speak, and in which are comments written?',
  'With which secret and lifetime are the links in result e-mails signed?',
];
