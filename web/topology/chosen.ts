import type { Model } from '../../src/model/model.ts';
import { type Element, type Scene, sceneOf } from '../../src/topology/elements.ts';
import { hiddenElement } from './hidden-element.ts';

const scenes = new WeakMap<Model, Scene>();

/** What there is to draw of a model, worked out once however many ask. */
export function sceneFor(model: Model): Scene {
  let scene = scenes.get(model);
  if (scene === undefined) scenes.set(model, (scene = sceneOf(model)));
  return scene;
}

/** The part of a model that a choice names; undefined where it has none of that name. */
export function chosenElement(
  model: Model,
  choice: { readonly kind: string; readonly name: string },
): Element | undefined {
  const scene = sceneFor(model);
  return (
    scene.elements.find(({ kind, name }) => kind === choice.kind && name === choice.name) ??
    hiddenElement(model, scene, choice)
  );
}
