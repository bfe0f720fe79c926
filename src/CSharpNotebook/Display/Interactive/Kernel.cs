using CSharpNotebook.Cells;
using CSharpNotebook.Languages;
using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive;

/// <summary>
/// The functions that every cell can call without a <c>using</c>. The names and the namespace are those of .NET Interactive, so that a
/// notebook runs in both hosts.
/// </summary>
public static class Kernel
{
    /// <summary>The host: what .NET Interactive calls the root kernel.</summary>
    public static KernelDescription Root { get; } = new(".NET", [])
    {
        ChildKernels = [.. LanguageList.All.Where(kind => kind.Summary.Length > 0)
            .Select(kind => new KernelDescription(kind.Name, kind.Aliases))],
    };

    /// <summary>Shows a value below the cell immediately.</summary>
    /// <param name="value">The value; null is shown as null.</param>
    /// <param name="mimeTypes">The representations to make; by default those preferred for the value's type, and plain text.</param>
    /// <returns>A handle with which the shown value can be replaced.</returns>
    public static ShownValue display(object? value, params string[] mimeTypes) => value.Display(mimeTypes);

    /// <summary>Marks a text as HTML, so that it is rendered when displayed.</summary>
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
    /// <param name="prompt">The prompt.</param>
    /// <param name="isPassword">Whether the answer is hidden on the screen.</param>
    /// <param name="typeHint">The kind of answer; <c>password</c> does the same as <paramref name="isPassword"/>.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="NotSupportedException">No user can be asked.</exception>
    public static Task<string> GetInputAsync(string prompt = "", bool isPassword = false, string typeHint = "text") =>
        Task.FromResult(Ask(prompt, isPassword || typeHint == "password"));

    /// <summary>Asks the user for a secret, and waits for it.</summary>
    /// <param name="prompt">The prompt.</param>
    /// <returns>The secret, which is not shown in outputs.</returns>
    /// <exception cref="NotSupportedException">No user can be asked.</exception>
    public static Task<PasswordString> GetPasswordAsync(string prompt = "") =>
        Task.FromResult(new PasswordString(Ask(prompt, isPassword: true)));

    /// <summary>Removes the outputs of the cell so far.</summary>
    /// <param name="wait">Whether they stay until there is a new output.</param>
    public static void ClearOutput(bool wait = false) => CellOutputSink.Current?.Clear(wait);

    private static string Ask(string prompt, bool isPassword) =>
        (CellOutputSink.Current ?? throw new NotSupportedException("Only a cell that is running can ask the user.")).Ask(
            prompt, isPassword);
}
