// Formatters, the console and the current folder belong to the process: all classes are one collection, but for those that name another.
[assembly: CollectionBehavior(CollectionBehavior.CollectionPerAssembly)]
