// Owns zod's setting for pages: their policy forbids eval, which zod would use to make its checks faster. Imported before any schema.
import { z } from "zod";

z.config({ jitless: true });
