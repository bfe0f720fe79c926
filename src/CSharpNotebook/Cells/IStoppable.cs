namespace CSharpNotebook.Cells;

/// <summary>An execution that somebody may have asked to stop.</summary>
internal interface IStoppable
{
    /// <summary>Whether it is to stop, and has not yet.</summary>
    bool IsStopping { get; }
}
