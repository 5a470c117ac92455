import { z } from 'zod';
import { ERRORS } from '#contract/error.ts';
import type { Route } from '#contract/route.ts';

/** The OpenAPI 3.1 document of the contract. Zod writes JSON Schema 2020-12, which OpenAPI 3.1 speaks. */

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' });
  return json;
}

function parametersOf(route: Route): object[] {
  const of = (schema: z.ZodType, place: 'path' | 'query') => {
    const json = schemaOf(schema, 'input');
    const properties = typeof json['properties'] === 'object' && json['properties'] !== null ? Object.entries(json['properties']) : [];
    const required = Array.isArray(json['required']) ? json['required'] : [];
    return properties.map(([name, shape]: [string, unknown]) => ({ name, in: place, required: place === 'path' || required.includes(name), schema: shape }));
  };
  const key = route.idempotent ? [{ name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', maxLength: 200 }, description: 'Same key and body replays the answer; same key and another body is refused.' }] : [];
  return [...of(route.params, 'path'), ...of(route.query, 'query'), ...key];
}

function problemReply(code: keyof typeof ERRORS) {
  return { description: `\`${code}\`: ${ERRORS[code].text.en}`, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } };
}

function operationOf(route: Route): object {
  const errors: Record<string, { description: string; content: object }> = {};
  for (const code of ['invalid_input', ...(route.audience === 'public' ? [] : (['not_signed_in', 'wrong_audience'] as const)), ...route.errors] as const) {
    const status = String(ERRORS[code].status);
    const reply = problemReply(code);
    const before = errors[status];
    errors[status] = before === undefined ? reply : { ...before, description: `${before.description}\n\n${reply.description}` };
  }
  const media = route.media ?? 'application/json';
  const hasBody = route.method !== 'GET' && route.method !== 'DELETE';
  return {
    operationId: route.id, summary: route.summary, tags: [route.audience], parameters: parametersOf(route),
    ...(route.audience !== 'public' && { security: [{ session: [] }, { key: [] }] }),
    ...(hasBody && { requestBody: { content: route.binary ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } : { 'application/json': { schema: schemaOf(route.body, 'input') } } } }),
    responses: { 200: { description: 'Done.', content: { [media]: { schema: route.media === null ? schemaOf(route.reply, 'output') : { type: 'string', format: 'binary' } } } }, ...errors },
  };
}

export function openApiOf(routes: readonly Route[]): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operationOf(route) };
  return {
    openapi: '3.1.0',
    info: { title: 'Pilotage', version: '1', summary: 'Managed export in which every decision explains itself.', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/api/v1' }],
    tags: ['public', 'buyer', 'merchant', 'operator', 'hub', 'creator'].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'pilotage.session_token' }, key: { type: 'http', scheme: 'bearer' } },
      schemas: {
        Problem: {
          type: 'object', description: 'RFC 9457 problem details.', required: ['type', 'title', 'status', 'detail', 'code', 'requestId'],
          properties: { type: { type: 'string' }, title: { type: 'string' }, status: { type: 'integer' }, detail: { type: 'string', description: 'In the language of Accept-Language.' }, code: { enum: Object.keys(ERRORS) }, field: { type: ['string', 'null'] }, facts: { type: 'object' }, requestId: { type: 'string' } },
        },
      },
    },
  };
}
