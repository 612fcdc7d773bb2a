import type { AcceptedMediaType } from '#idngo/file-rules';
import type { ReviewRejectType } from '#idngo/review';
import type { Side } from './levels';

export type ImageReview =
  | { reviewAnswer: 'GREEN' }
  | {
      moderationComment?: string;
      clientComment?: string;
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
  /** All that was asked for of the document, where the host of the frame said otherwise than the level. */
  sides?: readonly Side[] | undefined;
  mediaType: AcceptedMediaType;
  bytes: number;
  sha256: string;
  state: 'received' | 'accepted' | 'send-again' | 'inactive';
  review: ImageReview | null;
  /** Null in records of an earlier sandbox. */
  addedAt: number | null;
  /** Of the review that it came before. */
  attemptId: string | null;
}

/** An image as it arrives; the rest follows from when and where it does. */
export type NewImage = Omit<ImageRecord, 'review' | 'addedAt' | 'attemptId'>;
