/** Headers of a delivery [S]: hex HMAC of the raw body under the webhook's own secret, and its algorithm. */
export const digestHeaders = {
  digest: 'X-Payload-Digest',
  algorithm: 'X-Payload-Digest-Alg',
} as const;

/** Algorithm names on the wire, and the hash of each [S]. */
export const digestAlgorithms = {
  HMAC_SHA1_HEX: 'sha1',
  HMAC_SHA256_HEX: 'sha256',
  HMAC_SHA512_HEX: 'sha512',
} as const;

export type DigestAlgorithm = keyof typeof digestAlgorithms;

export function isDigestAlgorithm(name: string): name is DigestAlgorithm {
  return Object.hasOwn(digestAlgorithms, name);
}

/** SHA1 is documented [S]; the other two were computed with the same key and body. */
export const digestVectors = [
  {
    secret: 'SoMe_SeCrEt_KeY',
    body: 'someText',
    algorithm: 'HMAC_SHA1_HEX',
    digest: 'f6e92ffe371718694d46e28436f76589312df8db',
  },
  {
    secret: 'SoMe_SeCrEt_KeY',
    body: 'someText',
    algorithm: 'HMAC_SHA256_HEX',
    digest: '7f3beedce7529616a9d6bba59dc1b054a7247cef67f6acff2600864399f47fe0',
  },
  {
    secret: 'SoMe_SeCrEt_KeY',
    body: 'someText',
    algorithm: 'HMAC_SHA512_HEX',
    digest:
      '3aae08986027051ca0656d87c4c95f1f15d3ecaf23cf239e5a43fd03a8af28223a06be1f97624caefd55475c84673773dc10e895a1ab885a3548c58bd7af9ebf',
  },
] as const satisfies readonly { secret: string; body: string; algorithm: DigestAlgorithm; digest: string }[];
