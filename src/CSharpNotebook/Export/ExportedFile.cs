namespace CSharpNotebook.Export;

/// <summary>A file that belongs to an exported page.</summary>
/// <param name="Name">Its path, relative to the page, with forward slashes.</param>
/// <param name="Content">Its content.</param>
public sealed record ExportedFile(string Name, ReadOnlyMemory<byte> Content);
