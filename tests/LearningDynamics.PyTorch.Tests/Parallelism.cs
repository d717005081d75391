// A script cannot be executed while a process that another test is just starting still has it open for writing.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
