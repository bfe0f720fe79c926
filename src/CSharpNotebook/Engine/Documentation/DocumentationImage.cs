using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace CSharpNotebook.Engine.Documentation;

/// <summary>The XML documentation of a library that a cell has made.</summary>
/// <param name="xml">What the compiler wrote.</param>
internal sealed class DocumentationImage(byte[] xml) : DocumentationProvider
{
    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    protected override string? GetDocumentationForSymbol(
        string documentationMemberID, CultureInfo preferredCulture, CancellationToken cancellationToken = default) =>
        DocumentationFiles.Find(xml, documentationMemberID);
}
