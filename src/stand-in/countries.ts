import { kazakhCountries } from './texts/kazakh-countries';

/** ISO 3166-1: alpha-3 of the messages, alpha-2 for the browser's own names of countries. */
const pairs = `
AFG AF ALB AL DZA DZ AND AD AGO AO ARG AR ARM AM AUS AU AUT AT AZE AZ BHR BH BGD BD BLR BY BEL BE BEN BJ BOL BO BIH BA
BWA BW BRA BR BRN BN BGR BG BFA BF KHM KH CMR CM CAN CA TCD TD CHL CL CHN CN COL CO CRI CR CIV CI HRV HR CUB CU CYP CY
CZE CZ DNK DK DOM DO ECU EC EGY EG SLV SV EST EE ETH ET FIN FI FRA FR GAB GA GEO GE DEU DE GHA GH GRC GR GTM GT GIN GN
HTI HT HND HN HKG HK HUN HU ISL IS IND IN IDN ID IRN IR IRQ IQ IRL IE ISR IL ITA IT JAM JM JPN JP JOR JO KAZ KZ KEN KE
PRK KP KOR KR KWT KW KGZ KG LAO LA LVA LV LBN LB LBR LR LBY LY LIE LI LTU LT LUX LU MAC MO MDG MG MWI MW MYS MY MDV MV
MLI ML MLT MT MRT MR MUS MU MEX MX MDA MD MCO MC MNG MN MNE ME MAR MA MOZ MZ MMR MM NAM NA NPL NP NLD NL NZL NZ NIC NI
NER NE NGA NG MKD MK NOR NO OMN OM PAK PK PSE PS PAN PA PNG PG PRY PY PER PE PHL PH POL PL PRT PT PRI PR QAT QA ROU RO
RUS RU RWA RW SMR SM SAU SA SEN SN SRB RS SLE SL SGP SG SVK SK SVN SI SOM SO ZAF ZA ESP ES LKA LK SDN SD SUR SR SWE SE
CHE CH SYR SY TWN TW TJK TJ TZA TZ THA TH TGO TG TTO TT TUN TN TUR TR TKM TM UGA UG UKR UA ARE AE GBR GB USA US URY UY
UZB UZ VEN VE VNM VN YEM YE ZMB ZM ZWE ZW`;

const alpha2ByAlpha3 = new Map(
  [...pairs.matchAll(/([A-Z]{3})\s([A-Z]{2})/g)].map(([, alpha3, alpha2]) => [alpha3, alpha2]),
);

export interface Country {
  alpha3: string;
  alpha2: string | undefined;
  /** In the asked language; the code itself where the browser has no name. */
  name: string;
}

/** The countries in the order a reader of the language expects. */
export function nameCountries(alpha3Codes: readonly string[], language: string): Country[] {
  const names = new Intl.DisplayNames([language], { type: 'region' });
  const nameOf = (alpha2: string) => (language === 'kk' && kazakhCountries[alpha2]) || names.of(alpha2);
  const order = new Intl.Collator([language]);
  return alpha3Codes
    .map(alpha3 => {
      const alpha2 = alpha2ByAlpha3.get(alpha3);
      return { alpha3, alpha2, name: (alpha2 && nameOf(alpha2)) ?? alpha3 };
    })
    .sort((one, other) => order.compare(one.name, other.name));
}

export function nameCountry(alpha3: string, language: string): string {
  return nameCountries([alpha3], language)[0]?.name ?? alpha3;
}
