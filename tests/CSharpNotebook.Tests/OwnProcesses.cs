namespace CSharpNotebook.Tests;

/// <summary>Tests that run nothing in this process but what starts others and waits for them go beside those that do.</summary>
[CollectionDefinition(nameof(OwnProcesses))]
public sealed class OwnProcesses;
