import { useIntl } from 'react-intl';

/** The name of a scene in the page's language. Scenes are an open list of the API: one this storefront has no word for is shown as it is. */
export function useSceneName(): (scene: string) => string {
  const { messages } = useIntl();
  return (scene) => {
    const text = messages[`storefront.scene.${scene}`];
    return typeof text === 'string' ? text : scene;
  };
}
