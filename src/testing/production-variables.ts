/** What production starts with: nothing that a sandbox has, and no secret that anybody could guess. */
export const productionVariables = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://verify.bank.kz',
  DATABASE_URL: 'postgres://portico@db.bank.kz/portico',
  IDNGO_ENVIRONMENT: 'production',
  IDNGO_APP_TOKEN: 'prd:4fUj1.k2Lw',
  IDNGO_SECRET_KEY: 'Zr8Kq2Yw5Tn1Vb7Xc4Mj9Hd3Gf6Ls0Pa',
  IDNGO_BASE_URL: 'https://api.idngo.kz',
  IDNGO_WEBHOOK_SECRET: 'pR7wXk2LmQz9Tb4VnY6c',
  IDNGO_LINK_SECRET: 'e8Hs3Kd6Wq1Zx5Nv0Jt2',
  IDNGO_CLIENT_ID: 'bank',
  SIGN_IN_SECRET: 'Uo4Gy7Bi2Lc9Rk5Ea1Fw8Tz3Xm6Pn0Dq',
  SESSION_SECRET: 'b1D6h9Kx3Ms8Qv2Zc5Ty7Wj4Nr0Lf1Ge',
} as const;
