import './level-needs.css';
import type { Configuration } from '#contract/configuration';
import { useLanguage } from '../i18n/use-language';
import { Need } from '../ui/need';
import { CameraIcon, DocumentIcon, NeedIcon } from '../ui/need-icons';
import { type NeedOfLevel, toNeeds } from './to-needs';

/** What this level asks for, where that is not what most levels do. */
export function LevelNeeds({ configuration }: { configuration: Configuration }) {
  const megabytes = Math.floor(configuration.maxFileBytes / 1024 / 1024);
  return toNeeds(configuration.requirements ?? []).map((need, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a level can ask for several documents alike.
    <NeedRow key={index} need={need} megabytes={megabytes} />
  ));
}

function NeedRow({ need, megabytes }: { need: NeedOfLevel; megabytes: number }) {
  const { t } = useLanguage();
  switch (need.is) {
    case 'document':
      return (
        <Need icon={<DocumentIcon />} name={t(`needs.document.${need.which}`)}>
          <DocumentNames documents={need.documents} />
        </Need>
      );
    case 'address':
      return (
        <Need icon={<HouseIcon />} name={t('needs.address.name')}>
          <DocumentNames documents={need.documents} />
        </Need>
      );
    case 'camera':
      return (
        <Need icon={<CameraIcon />} name={t('needs.camera.name')}>
          {t(`needs.camera.${need.for}`, { megabytes })}
        </Need>
      );
    case 'contact':
      return (
        <Need icon={<LetterIcon />} name={t('needs.contact.name')}>
          {t('needs.contact.text')}
        </Need>
      );
    case 'questions':
    case 'other':
      return (
        <Need icon={<ListIcon />} name={t(`needs.${need.is}.name`)}>
          {t(`needs.${need.is}.text`)}
        </Need>
      );
  }
}

/** Set apart by a mark and not by words, which would have to follow the grammar of each language. */
function DocumentNames({ documents }: { documents: readonly string[] }) {
  const { t } = useLanguage();
  const names = documents.map(type => {
    const key = `document.${type}`;
    return t.has(key) ? t(key) : t('document.other');
  });
  return (
    <span className="need-documents">
      <span>
        {[...new Set(names)].map(name => (
          <span key={name} className="need-document">
            {name}
          </span>
        ))}
      </span>
    </span>
  );
}

function HouseIcon() {
  return (
    <NeedIcon>
      <path d="M3.5 11.5 12 4l8.5 7.5M6 9.8V20h12V9.8M10 20v-5.5h4V20" />
    </NeedIcon>
  );
}

function LetterIcon() {
  return (
    <NeedIcon>
      <rect x="2.5" y="5" width="19" height="14" rx="2.5" />
      <path d="m3.5 7 8.5 6.5L20.5 7" />
    </NeedIcon>
  );
}

function ListIcon() {
  return (
    <NeedIcon>
      <rect x="4.5" y="3" width="15" height="18" rx="2.5" />
      <path d="M8.5 8h7M8.5 12h7M8.5 16h4" />
    </NeedIcon>
  );
}
