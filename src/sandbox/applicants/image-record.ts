import type { AcceptedMediaType } from '#idngo/file-rules';
import type { ReviewRejectType } from '#idngo/review';
import type { Side } from './levels';

export type ImageReview =
  | { reviewAnswer: 'GREEN' }
  | {
      moderationComment?: string;
      reviewAnswer: 'RED';
      rejectLabels: string[];
      reviewRejectType: ReviewRejectType;
    };

export interface ImageRecord {
  imageId: string;
  idDocSetType: string;
  idDocType: string;
  country: string;
  idDocSubType: Side;
  mediaType: AcceptedMediaType;
  bytes: number;
  sha256: string;
  state: 'received' | 'accepted' | 'send-again' | 'inactive';
  review: ImageReview | null;
}
