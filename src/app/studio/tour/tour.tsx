import './tour.css';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTexts } from '../i18n/use-texts';
import { useStudio, useStudioState } from '../state/use-studio';
import { Button } from '../ui/button';
import { IconButton } from '../ui/icon-button';
import { type Box, placeCard, placeRing } from './place-card';
import { readProgress, writeProgress } from './tour-progress';
import { findTarget, type TourStep, tourSteps } from './tour-steps';

/** Two minutes through the studio; it can be left at any time, and goes on from there. */
export function Tour() {
  const isOpen = useStudioState(state => state.dialog === 'tour');
  return isOpen ? <TourCard /> : null;
}

function TourCard() {
  const { t } = useTexts();
  const studio = useStudio();
  const [at, setAt] = useState(() => readProgress(localStorage, tourSteps.length));
  const step = tourSteps[at] as TourStep;
  const card = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const opener = useRef(document.activeElement);
  const [ring, setRing] = useState<Box>();
  const isLast = at === tourSteps.length - 1;
  const leave = (progress: number) => {
    writeProgress(localStorage, progress);
    studio.openDialog(undefined);
  };
  const go = (to: number) => {
    writeProgress(localStorage, to);
    setAt(to);
  };

  useLayoutEffect(() => {
    step.prepare(studio);
    const place = () => {
      const target = findTarget(document, step.target);
      const view = { width: window.innerWidth, height: window.innerHeight };
      setRing(target && placeRing(target, view));
      if (!card.current || !target) return;
      const size = { width: card.current.offsetWidth, height: card.current.offsetHeight };
      const { left, top } = placeCard(target, size, view);
      card.current.style.translate = `${left}px ${top}px`;
    };
    place();
    window.addEventListener('resize', place);
    // The menu that it was opened from gives the focus back to its button within a frame.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => heading.current?.focus({ preventScroll: true }));
    });
    return () => {
      window.removeEventListener('resize', place);
      cancelAnimationFrame(frame);
    };
  }, [step, studio]);
  useEffect(() => {
    const back = opener.current;
    return () => {
      if (back instanceof HTMLElement) back.focus();
    };
  }, []);

  return (
    <>
      {ring && (
        <div
          className="tour-ring"
          style={{ left: ring.left, top: ring.top, width: ring.right - ring.left, height: ring.bottom - ring.top }}
        />
      )}
      <div
        ref={card}
        className="tour-card"
        role="dialog"
        aria-labelledby="tour-title"
        aria-describedby="tour-text"
        onKeyDown={event => {
          if (event.key === 'Escape') leave(at);
        }}
      >
        <div className="tour-head">
          <p className="tour-count">{t('tour.count', { at: at + 1, of: tourSteps.length })}</p>
          <IconButton kind="quiet" isSmall icon="close" label={t('tour.leave')} onPress={() => leave(at)} />
        </div>
        <h2 ref={heading} id="tour-title" tabIndex={-1}>
          {t(`tour.${step.name}`)}
        </h2>
        <p id="tour-text">{t(`tour.${step.name}.text`)}</p>
        <div className="tour-actions">
          {at > 0 && <Button onPress={() => go(at - 1)}>{t('tour.back')}</Button>}
          <Button kind="filled" onPress={() => (isLast ? leave(0) : go(at + 1))}>
            {isLast ? t('tour.finish') : t('tour.next')}
          </Button>
        </div>
      </div>
    </>
  );
}
