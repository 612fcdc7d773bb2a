/** IDnGO's two environments: separate app tokens, people, levels and webhooks [I]. */
export const environments = ['sandbox', 'production'] as const;
export type Environment = (typeof environments)[number];
