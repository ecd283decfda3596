/** What `maho-sync --help` says. */
export const HELP = `maho-sync <command> [options]

Commands
  run                start a sync; says its id, or with --follow how it goes and how it ended
    --type TYPE        only config, categories, products, cms-pages, blog-posts or countries;
                       changes: what was saved in the shop since the last sync
    --store CODE       only this store
    --rebuild          compare every key with KV
    --allow-prune      believe that most of a type is really gone
    --follow           stay until the end
  status [RUN]       the deployment and the last run of each store, or one run
    --follow           stay until the run's end
  runs               past runs, latest first
    --store CODE, --limit N (20)
  keys               names of the keys in KV
    --prefix TEXT, --store CODE
  diff               what a sync would change, without changing it
    --type, --store, --rebuild, --allow-prune
  cancel RUN         end a run that is under way
  fill               the first sync of a large shop, from here, in bulk over Cloudflare's API; set MAHO_API_URL,
                     CLOUDFLARE_ACCOUNT_ID, CLOUDFLARE_KV_NAMESPACE_ID and CLOUDFLARE_API_TOKEN; Node 22.13 or newer
    --store CODE       only this store; may be repeated
    --index FOLDER     where it remembers what is done, to go on after a break (.maho-sync)
    --force            also into a namespace that a Worker has synced

Options of all commands but fill
  --url URL          the storefront's Worker       (else MAHO_STOREFRONT_URL)
  --secret-file FILE its first line is the secret  (else SYNC_SECRET, else asked for)
  --insecure         send the secret over plain http, also to another machine

  --json             the answer as JSON on stdout
  --help, --version

Exit code: 0 done, 1 the sync failed or was cancelled, 2 wrong usage, 3 the deployment cannot be reached or refuses.
`;
