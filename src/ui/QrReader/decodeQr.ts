/** Finds a code in a picture from the camera. Loaded when a camera is used; its own program comes from this server alone. */
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';

prepareZXingModule({ overrides: { locateFile: () => wasmUrl } });

const canvas = document.createElement('canvas');

/** Wide enough for a code of 600 bytes, small enough to be read many times a second. */
const mostPixels = 1280;

/** What the code in front of the camera says; null when none is seen. Throws when the program for it cannot be had. */
export const decodeQr = async (video: HTMLVideoElement): Promise<string | null> => {
  const { videoWidth, videoHeight } = video;
  if (videoWidth === 0 || videoHeight === 0) return null;
  const scale = Math.min(1, mostPixels / Math.max(videoWidth, videoHeight));
  canvas.width = Math.round(videoWidth * scale);
  canvas.height = Math.round(videoHeight * scale);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return null;
  context.drawImage(video, 0, 0, canvas.width, canvas.height);
  const picture = context.getImageData(0, 0, canvas.width, canvas.height);
  const found = await readBarcodes(picture, { formats: ['QRCode'], maxNumberOfSymbols: 1 });
  return found.find(({ isValid }) => isValid)?.text ?? null;
};
