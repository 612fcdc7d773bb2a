import { type IdDocSetType, type IdDocType, idDocSetTypes, idDocTypes } from '#idngo/documents';

/**
 * Words of IDnGO's answers that name kinds of things reach the browser only where they are known words; a field that
 * should hold one can hold anything.
 */
const otherWord = 'OTHER';

export function toDocumentType(word: string): IdDocType | typeof otherWord {
  return idDocTypes.find(known => known === word) ?? otherWord;
}

export function toStepName(word: string): IdDocSetType | typeof otherWord {
  return idDocSetTypes.find(known => known === word) ?? otherWord;
}

/** ISO 3166-1 alpha-3, as IDnGO writes countries [I]. */
export function toCountry(word: string | undefined): string | null {
  return word !== undefined && countries.has(word) ? word : null;
}

const countries = new Set(
  `AFG ALB DZA ASM AND AGO AIA ATA ATG ARG ARM ABW AUS AUT AZE BHS BHR BGD BRB BLR BEL BLZ BEN BMU BTN BOL BIH BWA BVT BRA
   IOT BRN BGR BFA BDI KHM CMR CAN CPV CYM CAF TCD CHL CHN CXR CCK COL COM COG COD COK CRI CIV HRV CUB CYP CZE DNK DJI DMA
   DOM ECU EGY SLV GNQ ERI EST ETH FLK FRO FJI FIN FRA GUF PYF ATF GAB GMB GEO DEU GHA GIB GRC GRL GRD GLP GUM GTM GIN GNB
   GUY HTI HMD VAT HND HKG HUN ISL IND IDN IRN IRQ IRL ISR ITA JAM JPN JOR KAZ KEN KIR PRK KOR KWT KGZ LAO LVA LBN LSO LBR
   LBY LIE LTU LUX MAC MDG MWI MYS MDV MLI MLT MHL MTQ MRT MUS MYT MEX FSM MDA MCO MNG MSR MAR MOZ MMR NAM NRU NPL NLD NCL
   NZL NIC NER NGA NIU NFK MNP MKD NOR OMN PAK PLW PSE PAN PNG PRY PER PHL PCN POL PRT PRI QAT REU ROU RUS RWA SHN KNA LCA
   SPM VCT WSM SMR STP SAU SEN SYC SLE SGP SVK SVN SLB SOM ZAF SGS ESP LKA SDN SUR SJM SWZ SWE CHE SYR TWN TJK TZA THA TLS
   TGO TKL TON TTO TUN TUR TKM TCA TUV UGA UKR ARE GBR USA UMI URY UZB VUT VEN VNM VGB VIR WLF ESH YEM ZMB ZWE ALA BES CUW
   GGY IMN JEY MNE BLM MAF SRB SXM SSD XKX`.split(/\s+/),
);
