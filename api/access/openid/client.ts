import type { Configuration } from 'openid-client'
import type { Provider } from './providers.ts'

/** What must come back with the answer to a sign-in that was begun. */
export type Begun = { provider: string; nonce: string; verifier: string }

/** Fetched at the first sign-in with a provider: most places have none. */
const library = () => import('openid-client')

const found = new Map<string, Promise<Configuration>>()

const keyOf = ({ issuer, clientId, clockSkew }: Provider) => `${issuer} ${clientId} ${clockSkew}`

/** What the provider says of itself, asked for once, and anew after a sign-in that failed: its keys may have changed. */
function configurationOf(provider: Provider): Promise<Configuration> {
  const key = keyOf(provider)
  const known = found.get(key) ?? discover(provider)
  found.set(key, known)
  known.catch(() => found.delete(key))
  return known
}

async function discover({ issuer, clientId, clientSecret, clockSkew }: Provider): Promise<Configuration> {
  const openid = await library()
  const metadata = { ...(clientSecret && { client_secret: clientSecret }), [openid.clockTolerance]: clockSkew }
  const how = clientSecret ? openid.ClientSecretBasic(clientSecret) : openid.None()
  const isPlain = new URL(issuer).protocol === 'http:'
  const execute = [openid.enableNonRepudiationChecks, ...(isPlain ? [openid.allowInsecureRequests] : [])]
  return openid.discovery(new URL(issuer), clientId, metadata, how, { timeout: 10, execute })
}

/** Begins a sign-in with a provider. @returns where the browser goes, and what must come back */
export async function begin(provider: Provider, redirect: string, state: string) {
  const openid = await library()
  const configuration = await configurationOf(provider)
  const [nonce, verifier] = [openid.randomNonce(), openid.randomPKCECodeVerifier()]
  const to = openid.buildAuthorizationUrl(configuration, {
    redirect_uri: redirect,
    scope: provider.scopes,
    state,
    nonce,
    code_challenge: await openid.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  })
  return { to: to.href, begun: { provider: provider.id, nonce, verifier } satisfies Begun }
}

/** Ends a sign-in: exchanges the code, checks state, nonce, issuer, signature and times. @throws whatever does not hold */
export async function finish(provider: Provider, answer: URL, state: string, { nonce, verifier }: Begun) {
  const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true }
  try {
    const openid = await library()
    return (await openid.authorizationCodeGrant(await configurationOf(provider), answer, checks)).claims()!
  } catch (error) {
    found.delete(keyOf(provider))
    throw error
  }
}

/** Where a browser goes to sign out of the provider too; null where it has no such place. */
export async function farewellOf(provider: Provider, back: string): Promise<string | null> {
  const configuration = await configurationOf(provider)
  if (!configuration.serverMetadata().end_session_endpoint) return null
  return (await library()).buildEndSessionUrl(configuration, { post_logout_redirect_uri: back }).href
}
