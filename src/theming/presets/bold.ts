import type { Preset } from '../presets';
import { createPreset, outlinedButton, systemFont, textButton } from './create-preset';

export const boldPresets: readonly Preset[] = [
  createPreset('contrast', 'High contrast', {
    light: {
      ...{ surface: '#ffffff', text: '#000000', mutedText: '#2b2b2b', line: '#000000', accent: '#0000c8' },
      ...{ success: '#004d1a', warning: '#5c3200', danger: '#8b0000', accentTint: '#e6e6ff' },
    },
    dark: {
      ...{ surface: '#000000', text: '#ffffff', mutedText: '#d6d6d6', line: '#ffffff', accent: '#ffe45c' },
      ...{ success: '#7dffb0', warning: '#ffcf70', danger: '#ffb0a8', accentTint: '#2e2a10' },
    },
    fontFamily: systemFont,
    ...{ cardRadius: 4, controlRadius: 4, controlHeight: 56, shadow: 'none' },
    elements: {
      card: { border: '2px solid var(--portico-line)' },
      button: { 'font-size': '18px', 'font-weight': '700' },
      back: { border: '2px solid var(--portico-text)', 'background-color': 'transparent' },
      field: { border: '2px solid var(--portico-text)' },
      text: { 'font-size': '17px' },
      link: { 'text-decoration': 'underline 2px' },
    },
  }),
  createPreset('square', 'Sharp square', {
    light: {
      ...{ surface: '#ffffff', text: '#0f0f0f', mutedText: '#565656', line: '#cfcfcf', accent: '#111111' },
      ...{ success: '#136b3a', warning: '#875100', danger: '#b3141e' },
    },
    dark: {
      ...{ surface: '#161616', text: '#f4f4f4', mutedText: '#ababab', line: '#3d3d3d', accent: '#f4f4f4' },
      ...{ success: '#6ed39a', warning: '#efb75f', danger: '#ff9a97' },
    },
    fontFamily: "'Helvetica Neue', Helvetica, Arial, 'Noto Sans', sans-serif",
    ...{ cardRadius: 0, controlRadius: 0, controlHeight: 52, shadow: 'none' },
    elements: {
      card: { border: '1px solid var(--portico-text)' },
      title: { 'font-weight': '700', 'font-size': '26px', 'letter-spacing': '-0.01em' },
      back: outlinedButton,
      checkbox: { 'border-radius': '0' },
      options: { 'border-radius': '0' },
    },
  }),
  createPreset('signal', 'Bright signal', {
    light: {
      ...{ surface: '#ffffff', text: '#1d1a12', mutedText: '#5d5743', line: '#e2ddcb', accent: '#ffcc00' },
      ...{ success: '#1b6d3c', warning: '#7f5500', danger: '#b3261e' },
    },
    dark: {
      ...{ surface: '#1b1a16', text: '#f7f4ea', mutedText: '#b9b39f', line: '#3f3c30', accent: '#ffd63d' },
      ...{ success: '#74d29a', warning: '#f1bf5d', danger: '#ff9b90' },
    },
    fontFamily: systemFont,
    ...{ cardRadius: 16, controlRadius: 12, controlHeight: 54, shadow: 'soft' },
    elements: { submit: { 'font-weight': '700' }, title: { 'font-weight': '700' }, back: outlinedButton },
  }),
  createPreset('berry', 'Ripe berry', {
    light: {
      ...{ surface: '#fffbfd', text: '#2d1420', mutedText: '#6b4657', line: '#eed6e1', accent: '#a3154f' },
      ...{ success: '#236b45', warning: '#8a5100', danger: '#ad1d2b' },
    },
    dark: {
      ...{ surface: '#251520', text: '#faeaf1', mutedText: '#c9a6b6', line: '#4c2f3d', accent: '#ff93bb' },
      ...{ success: '#7bd6a3', warning: '#f1b969', danger: '#ff9f9f' },
    },
    fontFamily: systemFont,
    ...{ cardRadius: 20, controlRadius: 12, controlHeight: 52, shadow: 'deep' },
    elements: { back: textButton, title: { 'font-weight': '700' } },
  }),
];
