import type { z } from 'zod';
import type { uploadBuyerFile, uploadHubFile, uploadMerchantFile } from '#contract/accounts.ts';
import { type Answer, call, type PageArgs } from './api.ts';

type UploadRoute = typeof uploadBuyerFile | typeof uploadMerchantFile | typeof uploadHubFile;
type FileId = z.output<UploadRoute['reply']>['fileId'];

/** Uploads the files of a form one after another and answers with their ids, or with the first refusal. */
export async function uploadAll(args: PageArgs, route: UploadRoute, files: readonly File[]): Promise<Answer<FileId[]>> {
  const ids: FileId[] = [];
  for (const file of files) {
    const sent = await call(args, route, { body: file });
    if (!sent.ok) return sent;
    ids.push(sent.value.fileId);
  }
  return { ok: true, value: ids };
}
