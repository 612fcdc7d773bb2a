import { useEffect, useState } from 'react';
import { useTexts } from './use-texts';
import { englishWidgetWords, loadWidgetWords, type WidgetWords } from './widget-words';

/** Undefined until they are there. */
export function useWidgetWords(): WidgetWords | undefined {
  const { language } = useTexts();
  const [loaded, setLoaded] = useState<WidgetWords>();
  useEffect(() => {
    if (language === 'en') return;
    let isAsked = true;
    void loadWidgetWords(language).then(words => isAsked && setLoaded(words));
    return () => {
      isAsked = false;
      setLoaded(undefined);
    };
  }, [language]);
  return language === 'en' ? englishWidgetWords : loaded;
}
