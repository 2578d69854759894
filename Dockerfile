# Factdesk as an image. BASE may name another Debian 12 of your own.
ARG BASE=docker.io/library/debian:12.11-slim

FROM ${BASE} AS packages
RUN apt-get update \
  && apt-get install --yes --no-install-recommends ca-certificates npm \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /factdesk
COPY package.json package-lock.json .npmrc ./
COPY packages/discord-emulator/package.json packages/discord-emulator/
# The lockfile brings its own Node 26; Debian's is only for npm.
RUN npm ci --omit=dev --no-audit --no-fund --loglevel=error

FROM ${BASE}
# pg_dump and pg_restore, for backups of a PostgreSQL up to version 15.
RUN apt-get update \
  && apt-get install --yes --no-install-recommends ca-certificates postgresql-client-15 \
  && rm -rf /var/lib/apt/lists/* \
  && useradd --system --uid 10001 --home-dir /factdesk --shell /usr/sbin/nologin factdesk \
  && install --directory --owner=factdesk --mode=0700 /factdesk/data
WORKDIR /factdesk
COPY --from=packages /factdesk/node_modules node_modules
COPY . .
ENV PATH=/factdesk/node_modules/.bin:/usr/local/bin:/usr/bin:/bin HEALTH_PORT=9090
USER 10001
# The only folder that the bot writes to, beside /tmp.
VOLUME /factdesk/data
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.HEALTH_PORT}/healthz`).then(({ status }) => process.exit(status === 200 ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/main.ts"]
