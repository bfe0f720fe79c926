using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CSharpNotebook.Export;

/// <summary>
/// The comments in an exported C# file from which the notebook is read again. A cell begins with <c>// ----
/// cell 3 ----</c>, or, when all of
/// it is a comment, <c>// ---- cell 3, markdown ----</c>. In a cell of code, a line that begins with <c>//: </c> has what stands elsewhere
/// in the file, or differs from the cell:
/// <list type="bullet">
/// <item><c>//: #r "nuget: P, 1.0"</c>, <c>//: using N;</c>: a line of the cell;</item>
/// <item><c>//: type T</c>: here the cell declares a type that stands at the end of the file;</item>
/// <item><c>//: value</c>: what is printed next is, in the cell, the value that ends it; <c>//: last</c>: the call after it ends the cell,
/// and has no semicolon there;</item>
/// <item><c>//: modifiers public static</c>: the modifiers of the next declaration;</item>
/// <item><c>//: names x_2=x</c>: the names that have numbers here.</item>
/// </list>
/// </summary>
internal static partial class ScriptMarks
{
    public const string Mark = "//: ";
    public const string Type = "type ";
    public const string Value = "value";
    public const string Last = "last";
    public const string Modifiers = "modifiers ";
    public const string Names = "names ";

    /// <summary>The line after the last cell.</summary>
    public const string End = "// ---- end of the cells ----";

    /// <summary>The properties that every exported file has.</summary>
    public static IReadOnlyList<string> Properties { get; } = ["#:property Nullable=disable", "#:property PublishAot=false"];

    /// <summary>The command with which a cell asks for the preview of C#, and what says so in a file.</summary>
    public const string PreviewCommand = "#!lang preview", PreviewProperty = "#:property LangVersion=preview";

    /// <summary>The first line of a cell.</summary>
    public static string Header(int number, string language) =>
        FormattableString.Invariant($"// ---- cell {number}{(language.Length > 0 ? ", " + language : "")} ----");

    /// <summary>The language in the first line of a cell: empty for C#, null when the line is not one.</summary>
    public static string? LanguageOf(string line) =>
        HeaderPattern().Match(line) is { Success: true } match ? match.Groups["language"].Value : null;

    /// <summary>The name by which a mark refers to a type; a word.</summary>
    public static string NameOf(MemberDeclarationSyntax member) => member switch
    {
        TypeDeclarationSyntax type => type.Identifier.ValueText + Arity(type.TypeParameterList),
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
        DelegateDeclarationSyntax type => type.Identifier.ValueText + Arity(type.TypeParameterList),
        BaseNamespaceDeclarationSyntax space => "namespace:" + string.Concat(space.Name.ToString().Where(c => !char.IsWhiteSpace(c))),
        _ => throw new ArgumentException($"{member.GetType().Name} was given; the declaration of a type was expected."),
    };

    /// <summary>Whether a declaration cannot stand among statements.</summary>
    public static bool IsType(MemberDeclarationSyntax member) =>
        member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax or BaseNamespaceDeclarationSyntax;

    private static string Arity(TypeParameterListSyntax? parameters) =>
        parameters is null ? "" : FormattableString.Invariant($"`{parameters.Parameters.Count}");

    [GeneratedRegex(@"^// ---- cell \d+(, (?<language>.+))? ----$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex HeaderPattern();
}
