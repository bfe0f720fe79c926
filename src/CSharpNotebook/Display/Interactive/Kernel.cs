using CSharpNotebook.Cells;
using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive;

/// <summary>
/// What every cell can call without a <c>using</c>. The names and the namespace are those of .NET Interactive, so that a notebook runs
/// there and here.
/// </summary>
public static class Kernel
{
    /// <summary>Shows a value under the cell, now.</summary>
    /// <param name="value">The value; null is shown as such.</param>
    /// <param name="mimeTypes">The representations to make; by default those preferred for the value's type, and plain text.</param>
    /// <returns>A handle with which the shown value can be replaced.</returns>
    public static DisplayedValue display(object? value, params string[] mimeTypes) => value.Display(mimeTypes);

    /// <summary>Takes a text as HTML: shown, it is the page that it describes.</summary>
    /// <param name="content">The HTML.</param>
    /// <returns>The content, to be displayed or to end a cell.</returns>
    public static IHtmlContent HTML(string content) => content.ToHtmlContent();

    /// <summary>Adds a style sheet to the page.</summary>
    /// <param name="content">The rules.</param>
    public static void CSS(string content) => HTML($"<style>{content}</style>").Display(HtmlFormatter.MimeType);

    /// <summary>Runs a script in the page that shows the notebook.</summary>
    /// <param name="scriptContent">The JavaScript.</param>
    public static void Javascript(string scriptContent) =>
        HTML($"<script type=\"text/javascript\">{scriptContent}</script>").Display(HtmlFormatter.MimeType);

    /// <summary>Asks the user, and waits for the answer.</summary>
    /// <param name="prompt">What is asked.</param>
    /// <param name="isPassword">Whether the answer is not to be seen on the screen.</param>
    /// <param name="typeHint">What kind of answer it is; <c>password</c> does the same as <paramref name="isPassword"/>.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="NotSupportedException">There is nobody to ask.</exception>
    public static Task<string> GetInputAsync(string prompt = "", bool isPassword = false, string typeHint = "text") =>
        Task.FromResult(Ask(prompt, isPassword || typeHint == "password"));

    /// <summary>Asks the user for a secret, and waits for it.</summary>
    /// <param name="prompt">What is asked.</param>
    /// <returns>The secret, which does not show itself.</returns>
    /// <exception cref="NotSupportedException">There is nobody to ask.</exception>
    public static Task<PasswordString> GetPasswordAsync(string prompt = "") => Task.FromResult(new PasswordString(Ask(prompt, isPassword: true)));

    /// <summary>Takes away what the cell has put out so far.</summary>
    /// <param name="wait">Whether it stays until there is something new to show.</param>
    public static void ClearOutput(bool wait = false) => CellOutputSink.Current?.Clear(wait);

    private static string Ask(string prompt, bool isPassword) =>
        (CellOutputSink.Current ?? throw new NotSupportedException("Only a cell that is running can ask the user.")).Ask(prompt, isPassword);
}
