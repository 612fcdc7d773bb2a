import type { Preset } from '../presets';
import { createPreset, outlinedButton, systemFont, textButton } from './create-preset';

export const softPresets: readonly Preset[] = [
  createPreset('round', 'Soft and round', {
    light: {
      ...{ surface: '#ffffff', text: '#2a2438', mutedText: '#645c78', line: '#e4def0', accent: '#6d4bd0' },
      ...{ success: '#1f7a54', warning: '#8f5200', danger: '#b92c53' },
    },
    dark: {
      ...{ surface: '#211c2e', text: '#f1edf9', mutedText: '#b5abc9', line: '#40374f', accent: '#bda6ff' },
      ...{ success: '#79d8ac', warning: '#f2bc74', danger: '#ff9db6' },
    },
    fontFamily: "ui-rounded, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif",
    ...{ cardRadius: 28, controlRadius: 26, controlHeight: 52, shadow: 'soft', density: 'airy' },
    elements: {
      back: textButton,
      textarea: { 'border-radius': '20px' },
      options: { 'border-radius': '20px' },
      checkbox: { 'border-radius': '8px' },
    },
  }),
  createPreset('paper', 'Warm paper', {
    light: {
      ...{ surface: '#fffaf1', text: '#33261a', mutedText: '#6b5844', line: '#e6d8c3', accent: '#9c3f1d' },
      ...{ success: '#4a6a1f', warning: '#8a5300', danger: '#a4262c' },
    },
    dark: {
      ...{ surface: '#261e17', text: '#f5eadb', mutedText: '#c3b19b', line: '#4a3d30', accent: '#f0a37d' },
      ...{ success: '#b3d07f', warning: '#efbb6b', danger: '#f79b96' },
    },
    fontFamily: "Georgia, 'Iowan Old Style', 'Noto Serif', 'Times New Roman', serif",
    ...{ cardRadius: 6, controlRadius: 4, controlHeight: 48, shadow: 'soft' },
    elements: { title: { 'font-weight': '500', 'font-size': '26px' }, back: outlinedButton },
  }),
  createPreset('forest', 'Forest', {
    light: {
      ...{ surface: '#fdfefb', text: '#1b2a1f', mutedText: '#4c6152', line: '#d3dfd0', accent: '#1f6b3a' },
      ...{ success: '#1f6b3a', warning: '#835500', danger: '#a82e22' },
    },
    dark: {
      ...{ surface: '#15201a', text: '#e6f0e8', mutedText: '#a2b5a7', line: '#30423a', accent: '#86d39b' },
      ...{ success: '#86d39b', warning: '#ebbd66', danger: '#ff9c8d' },
    },
    fontFamily: systemFont,
    ...{ cardRadius: 16, controlRadius: 10, controlHeight: 50, shadow: 'soft' },
    elements: { back: outlinedButton, 'drop-area': { 'background-color': 'var(--portico-accent-tint)' } },
  }),
  createPreset('sea', 'Sea glass', {
    light: {
      ...{ surface: '#f7fcfc', text: '#10313a', mutedText: '#41626a', line: '#c6dfe2', accent: '#0a6a80' },
      ...{ success: '#0c6c5c', warning: '#855300', danger: '#b02a3f' },
    },
    dark: {
      ...{ surface: '#0f2429', text: '#e1f2f4', mutedText: '#9dbcc2', line: '#28444b', accent: '#72d3e6' },
      ...{ success: '#6ed8c1', warning: '#efbf69', danger: '#ff9dac' },
    },
    fontFamily: systemFont,
    ...{ cardRadius: 22, controlRadius: 14, controlHeight: 50, shadow: 'none', card: 'seamless' },
    elements: {
      back: textButton,
      field: { 'background-color': 'var(--portico-accent-tint)' },
      placeholder: { color: 'var(--portico-muted-text)' },
      'upload-card': { border: 'none', 'background-color': 'var(--portico-accent-tint)' },
      'phone-card': { border: 'none', 'background-color': 'var(--portico-accent-tint)' },
    },
  }),
];
