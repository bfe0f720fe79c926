using CSharpNotebook.Directives;
using CSharpNotebook.Languages.Commands;

namespace CSharpNotebook.Languages;

/// <summary>A part of a cell: a command, or text in one language.</summary>
/// <param name="Line">
/// The line of the cell that names the command or the language, counted from 1; for the text at the top of a cell 1.
/// </param>
/// <param name="Command">The content of that line after <c>#!</c>; only the name of the language for the text at the top of a cell.</param>
internal abstract record CellPart(int Line, CommandLine Command);

/// <summary>
/// Text in one language. Every character keeps its line number in the cell: empty lines come before it.
/// </summary>
internal sealed record TextPart(LanguageKind Language, string Text, int Line, CommandLine Command) : CellPart(Line, Command);

/// <summary>A command for the host, in the middle of text in a language.</summary>
internal sealed record CommandPart(ICellCommand Kind, LanguageKind Language, int Line, CommandLine Command) : CellPart(Line, Command);
