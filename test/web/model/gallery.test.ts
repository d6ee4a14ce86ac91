import { describe, expect, test } from 'vitest';
import { byGroup, GALLERY_FILES, loadGallery, loadModel } from '../../../web/model/gallery.ts';
import { PUBLISHED } from '../../../src/plots/data/published.ts';

describe('the gallery', () => {
  test('goes from the simple to the involved, disaster recovery after the rest', () => {
    expect(GALLERY_FILES[0]).toBe('single-server');
    const folders = GALLERY_FILES.map((file) => file.startsWith('dr/'));
    expect(folders).toEqual([...folders].sort());
  });

  test('has a model of each published recovery strategy, in their order', () => {
    const strategies = PUBLISHED.map(({ strategy }) => `dr/${strategy}`);
    expect(GALLERY_FILES.filter((file) => strategies.includes(file))).toEqual(strategies);
  });

  test('has for each model a name and the question that it answers', async () => {
    const models = await loadGallery();
    expect(models).toHaveLength(GALLERY_FILES.length);
    for (const { name, question } of models) {
      expect(name).not.toBe('');
      expect(question).toMatch(/\?$/);
    }
    expect(byGroup(models).map(({ group }) => group)).toEqual(['Architectures', 'People and planned work', 'Disaster recovery']);
    expect(byGroup(models).flatMap((group) => group.models)).toEqual(models);
  });

  test('knows no model of a name that it does not have', async () => {
    expect(await loadModel('dr/none')).toBeNull();
  });
});
