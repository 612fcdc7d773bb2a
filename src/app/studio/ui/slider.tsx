import type { CSSProperties } from 'react';
import { Slider as AriaSlider, SliderThumb, SliderTrack } from 'react-aria-components/Slider';
import { fieldClass, type Labelled } from './field-layout';
import { NumberField } from './number-field';
import { useSlide } from './use-slide';

interface SliderProps extends Labelled {
  /** Undefined: nothing is set, and the thumb waits at `fallback`. */
  value: number | undefined;
  fallback?: number;
  min: number;
  max: number;
  step?: number;
  unit?: string;
  onChange: (value: number) => void;
  /** The drag, or the typing, is over. */
  onChangeEnd?: () => void;
  /** The drag is given up by Escape: it is to be as it was before. */
  onCancel?: () => void;
  /** Any CSS background, such as a gradient of what the values mean. */
  track?: string;
  isDisabled?: boolean;
  placeholder?: string;
}

/** A slider and, beside it, its number. */
export function Slider({
  label,
  labelAt = 'start',
  value,
  fallback,
  min,
  max,
  step = 1,
  unit,
  onChange,
  onChangeEnd,
  onCancel,
  track,
  isDisabled = false,
  placeholder,
}: SliderProps) {
  const shown = Math.min(max, Math.max(min, value ?? fallback ?? min));
  const end = onChangeEnd ? { onChangeEnd } : {};
  const { slider, around } = useSlide({ onChange, onChangeEnd, onCancel });
  return (
    <div className={fieldClass('ui-slider-field', labelAt)}>
      <span className="ui-label" aria-hidden="true">
        {label}
      </span>
      <div className="ui-slider-pair">
        <div className="ui-slider" {...around}>
          <AriaSlider
            {...(value === undefined ? { className: 'ui-slider-unset' } : {})}
            aria-label={label}
            value={shown}
            minValue={min}
            maxValue={max}
            step={step}
            isDisabled={isDisabled}
            {...slider}
          >
            <SliderTrack
              className={`ui-slider-track${track === undefined ? '' : ' ui-slider-drawn'}`}
              style={track === undefined ? {} : ({ '--ui-track': track } as CSSProperties)}
            >
              {track === undefined && (
                <div
                  className="ui-slider-fill"
                  style={{ inlineSize: `${value === undefined ? 0 : ((shown - min) / (max - min)) * 100}%` }}
                />
              )}
              <SliderThumb className="ui-slider-thumb" />
            </SliderTrack>
          </AriaSlider>
        </div>
        <NumberField
          label={label}
          labelAt="hidden"
          value={value}
          min={min}
          max={max}
          step={step}
          isDisabled={isDisabled}
          onChange={onChange}
          {...end}
          {...(unit === undefined ? {} : { unit })}
          {...(placeholder === undefined ? {} : { placeholder })}
        />
      </div>
    </div>
  );
}
