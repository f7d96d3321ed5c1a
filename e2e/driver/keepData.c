/*
 * WebKitGTK's MiniBrowser keeps nothing of an automated session: it asks for a data manager that lives in memory.
 * Laid before it (LD_PRELOAD), this gives one on disk instead, in the folders that the two variables name. All that
 * writes is WebKit's own. Compiled by keepData.ts.
 */
#include <stdlib.h>

void *webkit_website_data_manager_new(const char *first, ...);

void *webkit_website_data_manager_new_ephemeral(void) {
  return webkit_website_data_manager_new(
      "base-data-directory", getenv("SIP_WEBKIT_DATA"),
      "base-cache-directory", getenv("SIP_WEBKIT_CACHE"), (void *)0);
}
