import { randomInt } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ImageRecord } from './image-record';

/** Where the files of all images are, one each, named by its id. */
export interface ImageFolder {
  pathOf(imageId: string): string;
  /** Nine digits, of which there is no file. */
  createId(): string;
  /** Deletes the files of images that a change left out. */
  forget(before: readonly ImageRecord[], after: readonly ImageRecord[]): void;
  /** Deletes every file but those of these images: what a killed process left behind. */
  keepOnly(images: readonly ImageRecord[]): void;
}

export function createImageFolder(dataDir: string): ImageFolder {
  const folder = join(dataDir, 'images');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const pathOf = (imageId: string) => join(folder, imageId);
  const given = new Set<string>();
  return {
    pathOf,
    createId() {
      let imageId: string;
      do imageId = String(randomInt(100_000_000, 1_000_000_000));
      while (given.has(imageId) || existsSync(pathOf(imageId)));
      given.add(imageId);
      return imageId;
    },
    forget(before, after) {
      const kept = new Set(after.map(({ imageId }) => imageId));
      for (const { imageId } of before) if (!kept.has(imageId)) rmSync(pathOf(imageId), { force: true });
    },
    keepOnly(images) {
      const kept = new Set(images.map(({ imageId }) => imageId));
      for (const name of readdirSync(folder)) if (!kept.has(name)) rmSync(pathOf(name), { force: true });
    },
  };
}
