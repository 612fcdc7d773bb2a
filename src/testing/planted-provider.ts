import { planted } from './planted';

export type ProviderMood = 'helpful' | 'refusing' | 'failing' | 'garbage' | 'odd' | 'away';
export const providerMoods: readonly ProviderMood[] = ['helpful', 'refusing', 'failing', 'garbage', 'odd', 'away'];

const review = {
  reviewStatus: 'completed',
  reviewResult: {
    reviewAnswer: 'RED',
    reviewRejectType: 'RETRY',
    rejectLabels: [planted.label, 'LOW_QUALITY'],
    moderationComment: planted.moderationComment,
    clientComment: planted.clientComment,
    buttonIds: [planted.buttonId],
  },
};

const applicant = {
  id: planted.applicantId,
  email: planted.email,
  phone: planted.phone,
  [planted.unknownField]: planted.unknownField,
  review,
  info: {
    firstName: planted.firstName,
    idDocs: [
      {
        idDocType: 'ID_CARD',
        firstName: planted.firstName,
        lastName: planted.lastName,
        number: planted.number,
        dob: planted.dob,
        mrzLine1: planted.mrz,
        address: { street: planted.address },
      },
    ],
  },
};

const error = {
  code: 401,
  errorCode: 4003,
  errorName: planted.errorDescription,
  description: `${planted.errorDescription} ${planted.email}`,
  correlationId: planted.errorDescription,
};

/** IDnGO in every mood, with something planted in each of its answers; undefined where it does not answer. */
export function answerAsProvider(mood: ProviderMood, pathname: string): { status: number; body: string } | undefined {
  const json = (body: unknown, status = 200) => ({ status, body: JSON.stringify(body) });
  switch (mood) {
    case 'helpful':
      if (pathname.endsWith('/accessTokens'))
        return json({ token: planted.accessToken, userId: planted.externalUserId });
      return json(pathname.endsWith('/requiredIdDocsStatus') ? { IDENTITY: { ...review, imageIds: [1] } } : applicant);
    case 'refusing':
      return json(error, 401);
    case 'failing':
      return json(error, 500);
    case 'garbage':
      return { status: 200, body: `<html>${planted.errorDescription}` };
    case 'odd':
      return json({
        [planted.unknownField]: planted.firstName,
        token: [planted.accessToken],
        id: { of: planted.email },
      });
    case 'away':
      return undefined;
  }
}
