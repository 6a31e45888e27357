import module from 'node:module'

// The program keeps what it has read once; so do the tests, for they start many workers.
module.enableCompileCache()
