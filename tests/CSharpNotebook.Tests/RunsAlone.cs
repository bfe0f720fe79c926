namespace CSharpNotebook.Tests;

/// <summary>Tests that measure what belongs to the whole process run alone.</summary>
[CollectionDefinition(nameof(RunsAlone), DisableParallelization = true)]
public sealed class RunsAlone;
