import js from "@eslint/js";
import hooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

/** Who may know whom: README.md has the picture. */
const arrows = (folder, ...forbidden) => ({
  files: [`src/${folder}/**`],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: [
          { group: forbidden.map((name) => `**/${name}/*`), message: "Against the arrows of README.md." },
        ],
      },
    ],
  },
});

export default tseslint.config(
  { ignores: ["dist/", "public/"] },
  js.configs.recommended,
  {
    files: ["src/**/*.{ts,tsx}", "vite.config.ts"],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { "react-hooks": hooks },
    rules: {
      ...hooks.configs.recommended.rules,
      "max-lines": ["error", { max: 200, skipBlankLines: true, skipComments: true }],
      "no-console": "error",
      "@typescript-eslint/consistent-type-definitions": ["error", "interface"],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": "off",
      "@typescript-eslint/no-unused-vars": [
        "error",
        {
          ignoreRestSiblings: true,
          varsIgnorePattern: "^_",
          argsIgnorePattern: "^_",
          destructuredArrayIgnorePattern: "^_",
        },
      ],
      // Contradicts the ban on `!`.
      "@typescript-eslint/non-nullable-type-assertion-style": "off",
      // The compiler asks for brackets where a name is only known by an index signature.
      "@typescript-eslint/dot-notation": "off",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Nothing here writes HTML from a string; this keeps it so.
      "no-restricted-syntax": [
        "error",
        { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: "Build elements instead." },
      ],
    },
  },
  arrows("room", "live", "api", "browser", "reading", "session", "components"),
  arrows("message", "live", "api", "browser", "reading", "session", "components", "room"),
  arrows("api", "live", "browser", "reading", "session", "components", "room", "message"),
  arrows("live", "browser", "reading", "session", "components", "message"),
  arrows("reading", "session", "components"),
  arrows("session", "components", "reading"),
  arrows("browser", "live", "api", "session", "components", "reading", "room", "message"),
);
