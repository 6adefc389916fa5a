import { expect, type Page } from "@playwright/test"

/** A new person: signing up, and what a first bot begins with. */
export class AccountPage {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }
  async signUp(name: string, email: string, password: string) {
    await this.page.goto("/sign-up")
    await this.page.getByLabel("Your name").fill(name)
    await this.page.getByLabel("E-mail address").fill(email)
    await this.page.getByLabel("Password", { exact: true }).fill(password)
    await this.page.getByRole("button", { name: "Create account" }).click()
  }
  async signIn(email: string, password: string) {
    await this.page.getByLabel("E-mail address").fill(email)
    await this.page.getByLabel("Password", { exact: true }).fill(password)
    await this.page.getByRole("button", { name: "Sign in" }).click()
  }
  async signOut() {
    await this.page.getByRole("button", { name: "Profile" }).click()
    await this.page.getByRole("menuitem", { name: "Sign out" }).click()
    await expect(this.page).toHaveURL(/\/sign-in$/)
  }
  /** Begins with a template; leads to the builder of the new bot. */
  async start(template: "Welcome people" | "Start from scratch") {
    await this.page.getByRole("button", { name: template }).click()
    await expect(this.page).toHaveURL(/\/bots\/bot_/)
  }
  /** Makes the organization alone; leads to the empty list of bots. */
  async decideLater() {
    await this.page.getByRole("link", { name: "Decide later" }).click()
    await expect(this.page.getByRole("heading", { name: "No bots yet" })).toBeVisible()
  }
  /** What a form says it refused, and why. */
  problem(text: string) {
    return this.page.getByRole("alert").filter({ hasText: text })
  }
}
